package io.partnerhub.billing.ledger;

import java.util.UUID;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccountTests {

	private final UUID partner = Ids.next();

	private final Realm realm = new Realm(this.partner, this.partner);

	@Test
	@Tag("ADJ-02")
	void coversWhatIsNotDesignatedForSomethingElse() {
		Account account = account(this.realm, OwnerKind.PARTNER, "100.00", "30.00", false);
		assertThatCode(() -> account.requireCovers(Money.of("70.00"))).doesNotThrowAnyException();
		assertThatThrownBy(() -> account.requireCovers(Money.of("70.01"))).isInstanceOf(Problem.class)
			.extracting((ex) -> ((Problem) ex).facts().get("available"))
			.isEqualTo(Money.of("70.00"));
	}

	@Test
	@Tag("ADJ-05")
	void saysWhoseBalanceIsTooSmall() {
		refusesNaming("PARTNER", account(this.realm, OwnerKind.PARTNER, "0.00", "0.00", false));
		refusesNaming("CUSTOMER", account(this.realm, OwnerKind.CUSTOMER, "0.00", "0.00", false));
		refusesNaming("RESELLER",
				account(new Realm(this.partner, Ids.next()), OwnerKind.PARTNER, "0.00", "0.00", false));
	}

	@Test
	@Tag("I-16")
	void letsOnlyClearingGoBelowZero() {
		Account clearing = account(this.realm, OwnerKind.VENDOR, "0.00", "0.00", true);
		assertThatCode(() -> clearing.requireCovers(Money.of("1.00"))).doesNotThrowAnyException();
	}

	@Test
	@Tag("I-16")
	void letsCreditGoDownToItsLine() {
		Account credit = new Account(Ids.next(), this.realm, OwnerKind.PARTNER, this.partner, AccountType.CREDIT,
				Money.of("-30.00"), Money.zero(), Money.of("100.00"), false, null, 0);
		assertThat(credit.available()).isEqualTo(Money.of("70.00"));
		assertThatCode(() -> credit.requireCovers(Money.of("70.00"))).doesNotThrowAnyException();
		assertThatThrownBy(() -> credit.requireCovers(Money.of("70.01"))).isInstanceOf(Problem.class);
	}

	@Test
	@Tag("I-12")
	void refusesMovementsOfNothingAndToItself() {
		UUID one = Ids.next();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Movement(Ids.next(), EntryKind.RECHARGE, this.realm, one, Ids.next(), Money.zero()));
		assertThatIllegalArgumentException().isThrownBy(
				() -> new Movement(Ids.next(), EntryKind.RECHARGE, this.realm, one, Ids.next(), Money.ofMinor(-1)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Movement(Ids.next(), EntryKind.RECHARGE, this.realm, one, one, Money.of("1.00")));
	}

	private void refusesNaming(String whose, Account account) {
		assertThatThrownBy(() -> account.requireCovers(Money.of("0.01"))).isInstanceOf(Problem.class)
			.extracting((ex) -> ((Problem) ex).facts().get("whose"))
			.isEqualTo(whose);
	}

	private Account account(Realm realm, OwnerKind kind, String balance, String designated, boolean overdrawable) {
		return new Account(Ids.next(), realm, kind, this.partner, AccountType.CASH, Money.of(balance),
				Money.of(designated), Money.zero(), overdrawable, null, 0);
	}

}
