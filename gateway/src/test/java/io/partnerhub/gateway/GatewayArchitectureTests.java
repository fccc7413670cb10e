package io.partnerhub.gateway;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.partnerhub.platform.testkit.HubArchitecture;

@AnalyzeClasses(packages = "io.partnerhub.gateway", importOptions = DoNotIncludeTests.class)
class GatewayArchitectureTests extends HubArchitecture {

}
