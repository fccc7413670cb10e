package io.partnerhub.customer.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.platform.money.Money;
import org.jspecify.annotations.Nullable;

/** How letters and mails say what happened, in both languages, one line each. */
record NoticeWords(Language language) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
		.withZone(ZoneOffset.UTC);

	String of(Notice notice) {
		String what = name(notice.couponType());
		String amount = String.valueOf(notice.amount());
		Long count = notice.coupons();
		String from = time(notice.effectiveAt());
		String to = time(notice.expiresAt());
		return switch (notice.kind()) {
			case COUPON_RECEIVED -> say("您收到一张" + what + "：" + amount + "，有效期 " + from + " 至 " + to,
					"You received a " + what + " of " + amount + ", valid from " + from + " to " + to);
			case COUPONS_RECLAIMED -> say(count + " 张" + what + "已被收回，合计 " + amount,
					count + " " + what + "(s) taken back, " + amount + " in all");
			case LINK_ENDED -> say("关联关系已变更，" + count + " 张优惠券已被收回，合计 " + amount,
					"The association has changed: " + count + " coupon(s) taken back, " + amount + " in all");
			case COUPONS_EXPIRING -> say(count + " 张" + what + "即将过期，剩余 " + amount + "，最早到期时间 " + to,
					count + " " + what + "(s) with " + amount + " left will expire, the first at " + to);
			case QUOTA_GRANTED -> say("已获得" + what + "额度：" + amount + "，有效期 " + from + " 至 " + to,
					"A " + what + " quota of " + amount + " was granted, valid from " + from + " to " + to);
			case BALANCE_LOW -> say("可用余额 " + amount + " 已低于您设置的预警值",
					"The free balance of " + amount + " is below the threshold you set");
			case ORDER_PAID -> paid(amount, Objects.requireNonNull(notice.order()));
			case PAYMENT_DECLINED -> declined(Objects.requireNonNull(notice.order()));
			case QUOTA_EXPIRING -> say(what + "额度即将过期，剩余 " + amount + "，到期时间 " + to,
					"A " + what + " quota with " + amount + " left will expire at " + to);
		};
	}

	/** What a mail says of news it has no room for; nothing if there are none. */
	String more(int lines) {
		return (lines > 0)
				? say("另有 " + lines + " 条消息，请在站内信中查看。", "And " + lines + " more; all are among your letters.") : "";
	}

	/** The same of orders that no mail names, with what the partner paid for them. */
	String more(List<Notice> orders) {
		Money paid = orders.stream().map(Notice::amount).filter(Objects::nonNull).reduce(Money.zero(), Money::plus);
		String sum = paid.isZero() ? "" : say("，合计 " + paid, " with " + paid + " in all");
		return orders.isEmpty() ? "" : say("另有 " + orders.size() + " 个订单" + sum + "，请在站内信中查看。",
				"And " + orders.size() + " more order(s)" + sum + "; all are among your letters.");
	}

	/** What the partner paid, and what coupons paid besides. */
	private String paid(String amount, Notice.OfOrder order) {
		Money coupons = order.coupons();
		String besides = (coupons != null && !coupons.isZero())
				? say("，另以优惠券抵扣 " + coupons, ", and coupons paid " + coupons) : "";
		return say("合作伙伴已为您支付订单 " + order.number() + "：" + amount,
				"Your partner has paid the order " + order.number() + ": " + amount) + besides;
	}

	private String declined(Notice.OfOrder order) {
		return say("合作伙伴未同意支付订单 " + order.number() + "，原因：" + order.reason(),
				"Your partner declined to pay the order " + order.number() + ": " + order.reason());
	}

	private String name(@Nullable CouponType type) {
		return (type == CouponType.CASH_COUPON) ? say("现金券", "cash coupon") : say("代金券", "voucher");
	}

	private String say(String zh, String en) {
		return this.language.choose(zh, en);
	}

	private static String time(@Nullable Instant instant) {
		return (instant != null) ? TIME.format(instant) : "-";
	}

}
