package io.partnerhub.platform.testkit;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The shape every service keeps; a service's architecture test inherits these rules. Each
 * ban has its reason: time and ids come from one place so that tests can move and predict
 * them, rules must be readable and testable without a framework, and SQL stands only in
 * the store of its feature.
 */
public abstract class HubArchitecture {

	@ArchTest
	static final ArchRule featuresHaveNoCycles = slices().matching("io.partnerhub.*.(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule storesStayInTheirFeature = classes().that()
		.haveSimpleNameEndingWith("Store")
		.should()
		.bePackagePrivate()
		.allowEmptyShould(true)
		.because("another feature asks the use cases, not the rows");

	@ArchTest
	static final ArchRule rulesAreFreeOfFrameworks = noClasses().that()
		.haveSimpleNameEndingWith("Rules")
		.should()
		.dependOnClassesThat(DescribedPredicate.or(packageStartsWith("org.springframework."),
				packageStartsWith("java.sql."), packageStartsWith("javax.sql.")))
		.allowEmptyShould(true)
		.because("a rule of the business reads and runs without a framework");

	@ArchTest
	static final ArchRule onlyStoresSpeakSql = noClasses().that()
		.haveSimpleNameNotEndingWith("Store")
		.and()
		.areTopLevelClasses()
		.should()
		.dependOnClassesThat()
		.haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
		.allowEmptyShould(true)
		.because("SQL stands in the store of its feature");

	@ArchTest
	static final ArchRule resultsAreReadToTheirEnd = noClasses().should()
		.callMethod(JdbcClient.MappedQuerySpec.class, "stream")
		.because("a stream that nobody closes keeps its connection for ever; list() does not");

	@ArchTest
	static final ArchRule timeComesFromTheClock = noClasses().should()
		.callMethodWhere(noArgumentCall("now", Instant.class, LocalDate.class, LocalDateTime.class,
				OffsetDateTime.class, ZonedDateTime.class))
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("time is the clock bean, so that tests can move it");

	@ArchTest
	static final ArchRule idsComeFromOnePlace = noClasses().should()
		.callMethod(UUID.class, "randomUUID")
		.orShould()
		.dependOnClassesThat()
		.haveFullyQualifiedName("java.util.Random")
		.because("ids are UUIDv7 of the platform");

	@ArchTest
	static final ArchRule noFillerNames = noClasses().should()
		.haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Dto|Mapper)")
		.because("a name from the field says more");

	@ArchTest
	static final ArchRule nobodyHandlesConnections = noClasses().should()
		.dependOnClassesThat()
		.areAssignableTo(Connection.class)
		.because("JdbcClient joins the transaction by itself");

	@ArchTest
	static final ArchRule requestsSayWhatTheyMustHave = methods().should(new RequiredNumbers())
		.because("generated clients leave out what is optional, and a number that is left out is refused");

	@ArchTest
	static final ArchRule constraintsAreChecked = classes().that().areRecords().should(new CheckedConstraints());

	private static DescribedPredicate<JavaClass> packageStartsWith(String prefix) {
		return HasName.Predicates.nameStartingWith(prefix).forSubtype();
	}

	private static DescribedPredicate<JavaMethodCall> noArgumentCall(String name, Class<?>... owners) {
		return DescribedPredicate.describe("a call of " + name + "()", (call) -> call.getName().equals(name)
				&& call.getTarget().getRawParameterTypes().isEmpty()
				&& java.util.Arrays.stream(owners).anyMatch((owner) -> call.getTargetOwner().isEquivalentTo(owner)));
	}

}
