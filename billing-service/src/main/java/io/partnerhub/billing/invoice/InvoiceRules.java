package io.partnerhub.billing.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.partnerhub.billing.document.InvoiceWords;
import io.partnerhub.billing.invoice.BilledOrder.Kind;
import io.partnerhub.billing.invoice.BilledOrder.Seller;
import io.partnerhub.billing.invoice.Invoice.Medium;
import io.partnerhub.billing.ledger.VendorTime;
import io.partnerhub.billing.ledger.WorkingDays;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** When, for what and how the vendor invoices a partner (INVO-03, INVO-06 … INVO-10). */
final class InvoiceRules {

	private static final Comparator<Kind> KINDS = Comparator.comparing(Kind::seller)
		.thenComparing(Kind::signingEntity)
		.thenComparing(Kind::taxRate);

	private InvoiceRules() {
	}

	/** INVO-06: the bills of a month are complete on its 3rd day only. */
	static void requireDay(LocalDate today, int afterDay) {
		if (today.getDayOfMonth() <= afterDay) {
			throw Problem
				.conflict("INVOICE_TOO_EARLY", "Invoices can be asked for after day " + afterDay + " of a month.")
				.with("nextAllowedAt", today.withDayOfMonth(afterDay + 1).atStartOfDay(VendorTime.ZONE).toInstant());
		}
	}

	/** INVO-06: neither with arrears nor while more is owed than could be invoiced. */
	static void requireNoArrears(Money arrears, Money invoiceable, Money owed) {
		if (arrears.isPositive() || owed.compareTo(invoiceable) > 0) {
			throw Problem
				.conflict("INVOICE_ARREARS", "There are arrears, or more is owed in invoices than is invoiceable.")
				.with("arrears", arrears)
				.with("invoiceable", invoiceable.minus(owed));
		}
	}

	/** INVO-07: an order is invoiced once and wholly. */
	static void requireFree(BilledOrder order) {
		if (order.invoiceId() != null) {
			throw invoiced().with("orderId", order.id());
		}
		if (!order.left().isPositive()) {
			throw Problem.conflict("INVOICE_AMOUNT_MISMATCH", "Nothing of the order is left to invoice.")
				.with("orderId", order.id());
		}
	}

	static Problem invoiced() {
		return Problem.conflict("INVOICE_ORDER_INVOICED", "The order is in an invoice already.");
	}

	/** INVO-07: other tax rates, signing entities and sellers come to other invoices. */
	static Map<Kind, List<BilledOrder>> split(List<BilledOrder> orders) {
		return orders.stream()
			.collect(Collectors.groupingBy(BilledOrder::kind, () -> new TreeMap<>(KINDS), Collectors.toList()));
	}

	static Money sum(List<BilledOrder> orders) {
		return orders.stream().map(BilledOrder::left).reduce(Money.zero(), Money::plus);
	}

	/** INVO-08: the courier of a small paper invoice is paid by who receives it. */
	static boolean receiverPays(Medium medium, Seller seller, Money amount, InvoiceSettings settings) {
		BigDecimal from = (seller == Seller.VENDOR) ? settings.vendorCourierFrom() : settings.marketplaceCourierFrom();
		return medium == Medium.PAPER && amount.decimal().compareTo(from) < 0;
	}

	/** INVO-03: what a refund takes of the offsets, the latest first. */
	static Map<Offset, Money> takenBack(List<Offset> latestFirst, Money amount) {
		Map<Offset, Money> taken = new LinkedHashMap<>();
		Money rest = amount;
		for (Offset offset : latestFirst) {
			Money part = least(offset.standing(), rest);
			if (part.isPositive()) {
				taken.put(offset, part);
				rest = rest.minus(part);
			}
		}
		return taken;
	}

	static Money least(Money one, Money other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	/** INVO-03: an invoiceable amount offsets what is owed at its rate to its company. */
	static void requireOffsetting(BilledOrder order, OwedInvoice owed) {
		InvoiceWords.requireTaxRate(order.kind().taxRate(), owed.taxRate());
		if (!order.kind().signingEntity().equals(owed.signingEntity())) {
			throw Problem.conflict("INVOICE_ENTITY_MISMATCH", "The invoice is owed to another company of the vendor.")
				.with("expected", owed.signingEntity());
		}
	}

	/**
	 * INVO-10: what the tax office knows, or a former company issued, is not returned
	 * on-line.
	 */
	static void requireReturnable(Invoice invoice, String presentEntity) {
		requireUnused(invoice);
		if (invoice.medium() == Medium.ELECTRONIC && !invoice.kind().signingEntity().equals(presentEntity)) {
			throw offline(invoice);
		}
	}

	/** INVO-10: the tax office does not know of its use. */
	static void requireUnused(Invoice invoice) {
		if (invoice.taxConfirmed()) {
			throw offline(invoice);
		}
	}

	/** INVO-10: the tax office keeps the use of electronic invoices that are issued. */
	static void requireKnownToTaxOffice(Invoice invoice) {
		if (invoice.medium() != Medium.ELECTRONIC || !invoice.state().covers()) {
			throw Problem.conflict("INVOICE_STATE", "The tax office knows issued electronic invoices only.")
				.with("state", invoice.state());
		}
	}

	/** INVO-09: when the vendor's next step is to be expected, if it is his turn. */
	static @Nullable LocalDate expectedBy(InvoiceState state, Medium medium, LocalDate today, InvoiceSettings settings,
			WorkingDays workingDays) {
		return switch (state) {
			case UNDER_REVIEW -> workingDays.plus(today, settings.reviewWorkingDays());
			case ISSUING, ISSUING_REVOKE_FAILED ->
				(medium == Medium.PAPER) ? today.plusDays(settings.paperDays()) : today;
			case REVOKING -> today.plusDays(settings.revocationDays());
			default -> null;
		};
	}

	private static Problem offline(Invoice invoice) {
		return Problem.conflict("INVOICE_RETURN_OFFLINE", "This electronic invoice cannot be returned on-line.")
			.with("taxConfirmed", invoice.taxConfirmed())
			.with("signingEntity", invoice.kind().signingEntity());
	}

}
