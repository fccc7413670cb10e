package io.partnerhub.program;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.partnerhub.platform.testkit.HubArchitecture;

/** partner-program-service keeps the shape of all services. */
@AnalyzeClasses(packages = "io.partnerhub.program", importOptions = ImportOption.DoNotIncludeTests.class)
class ProgramArchitectureTests extends HubArchitecture {

}
