package io.partnerhub.customer.notice;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters (站内信) of customers and of partners' people (VOU-13, NOT-02). */
@RestController
@Tag(name = "Notices")
class NoticeApi {

	private final Notices notices;

	NoticeApi(Notices notices) {
		this.notices = notices;
	}

	@GetMapping("/api/v1/my/notices")
	@Operation(summary = "List the customer's letters, newest first",
			description = "About coupons he received, that were taken back or will expire, and about orders his partner paid or declined to pay; kept for a year. The text is in the language asked for.")
	Page<NoticeView> mine(Caller caller, PageQuery page, Locale locale) {
		return this.notices.mine(caller, page).map((each) -> NoticeView.of(each, words(locale)));
	}

	@GetMapping("/api/v1/notices")
	@Operation(summary = "List the partner's letters, newest first",
			description = "About quotas that were granted or will expire, and about a balance that is low, which needs the "
					+ "permission VIEW_BALANCE besides; kept for a year. The text is in the language asked for.")
	Page<NoticeView> ofPartner(Caller caller, PageQuery page, Locale locale) {
		return this.notices.ofPartner(caller, page).map((each) -> NoticeView.of(each, words(locale)));
	}

	private static NoticeWords words(Locale locale) {
		return new NoticeWords(Language.of(locale.getLanguage()));
	}

	/**
	 * A letter.
	 *
	 * @param kind what happened
	 * @param couponType VOUCHER or CASH_COUPON; absent if it is about both, or the
	 * balance
	 * @param partnerId who issued the coupons, or holds the quota or the balance
	 * @param amount issued, taken back, left or granted, of all together; what is free of
	 * the balance; or what the partner paid in money; absent if it declined
	 * @param coupons how many; 1 for a quota or the balance; absent of an order
	 * @param effectiveAt of what was received or granted
	 * @param expiresAt the first end of what was received, granted or expires
	 * @param orderId the order that a partner paid or declined to pay
	 * @param couponAmount what coupons paid of the order, besides the partner
	 * @param reason why the partner declined
	 * @param text one line in Chinese or English
	 */
	@Schema(name = "Notice")
	record NoticeView(UUID id, Notice.Kind kind, @Nullable CouponType couponType, UUID partnerId,
			@Nullable Money amount, @Nullable Long coupons, @Nullable Instant effectiveAt, @Nullable Instant expiresAt,
			@Nullable String orderId, @Nullable Money couponAmount, @Nullable String reason, String text,
			Instant createdAt) {

		static NoticeView of(Notice notice, NoticeWords words) {
			Notice.OfOrder order = notice.order();
			return new NoticeView(notice.id(), notice.kind(), notice.couponType(), notice.ownerPartnerId(),
					notice.amount(), notice.coupons(), notice.effectiveAt(), notice.expiresAt(),
					(order != null) ? order.number() : null, (order != null) ? order.coupons() : null,
					(order != null) ? order.reason() : null, words.of(notice), notice.createdAt());
		}

	}

}
