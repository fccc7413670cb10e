package io.partnerhub.coupon;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import io.partnerhub.platform.testkit.HubArchitecture;

@AnalyzeClasses(packages = "io.partnerhub.coupon", importOptions = ImportOption.DoNotIncludeTests.class)
class CouponArchitectureTests extends HubArchitecture {

}
