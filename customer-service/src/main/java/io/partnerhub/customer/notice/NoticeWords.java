package io.partnerhub.customer.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import io.partnerhub.contracts.CouponType;
import io.partnerhub.customer.mail.Language;
import org.jspecify.annotations.Nullable;

/** How letters and mails say what happened, in both languages, one line each. */
record NoticeWords(Language language) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
		.withZone(ZoneOffset.UTC);

	String of(Notice notice) {
		String what = name(notice.couponType());
		String amount = notice.amount().toString();
		long count = notice.coupons();
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
			case ORDER_PAID -> say("合作伙伴已为您支付订单 " + notice.orderId() + "：" + amount,
					"Your partner has paid the order " + notice.orderId() + ": " + amount);
			case QUOTA_EXPIRING -> say(what + "额度即将过期，剩余 " + amount + "，到期时间 " + to,
					"A " + what + " quota with " + amount + " left will expire at " + to);
		};
	}

	/** What a mail says of news it has no room for; nothing if there are none. */
	String more(int lines) {
		return (lines > 0)
				? say("另有 " + lines + " 条消息，请在站内信中查看。", "And " + lines + " more; all are among your letters.") : "";
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
