package io.partnerhub.opportunity;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.partnerhub.platform.testkit.HubArchitecture;

@AnalyzeClasses(packages = "io.partnerhub.opportunity", importOptions = ImportOption.DoNotIncludeTests.class)
class OpportunityArchitectureTests extends HubArchitecture {

}
