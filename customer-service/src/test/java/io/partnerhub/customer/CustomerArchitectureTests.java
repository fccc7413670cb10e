package io.partnerhub.customer;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.partnerhub.platform.testkit.HubArchitecture;

/** This service keeps the shape all services have. */
@AnalyzeClasses(packages = "io.partnerhub.customer", importOptions = ImportOption.DoNotIncludeTests.class)
class CustomerArchitectureTests extends HubArchitecture {

}
