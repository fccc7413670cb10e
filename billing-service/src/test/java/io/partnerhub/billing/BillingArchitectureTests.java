package io.partnerhub.billing;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.partnerhub.platform.testkit.HubArchitecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "io.partnerhub.billing", importOptions = ImportOption.DoNotIncludeTests.class)
class BillingArchitectureTests extends HubArchitecture {

	@ArchTest
	static final ArchRule theLedgerKnowsNobody = noClasses().that()
		.resideInAPackage("io.partnerhub.billing.ledger")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.partnerhub.billing.account", "io.partnerhub.billing.appropriation",
				"io.partnerhub.billing.customer", "io.partnerhub.billing.partner", "io.partnerhub.billing.topup")
		.because("features move money through the ledger, never the other way round");

}
