package io.partnerhub.customer.notice;

import java.time.Duration;

import io.partnerhub.contracts.OrderEvent.OrderPaidOnBehalf;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRejected;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.customer.sms.Sms;
import io.partnerhub.customer.sms.SmsPort;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.money.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Hears that a partner paid an order for its customer, and tells him by letter and mail,
 * and by text message where his number is known (ORD-09). That it declined, and why, he
 * learns by letter and mail (ORD-11), as he may now pay himself.
 */
@Component
class OrderNews {

	private static final Duration WORTH_SENDING = Duration.ofDays(1);

	private final Notices notices;

	private final NoticeStore store;

	private final KnownPartners partners;

	private final SmsPort sms;

	OrderNews(Notices notices, NoticeStore store, KnownPartners partners, SmsPort sms) {
		this.notices = notices;
		this.store = store;
		this.partners = partners;
		this.sms = sms;
	}

	@Bean
	static Subscription orderNewsEvents(OrderNews news) {
		return Subscription.to(OrderPaidOnBehalf.class, news::paid).and(PayOnBehalfRejected.class, news::declined);
	}

	private void paid(OrderPaidOnBehalf event) {
		Notice notice = Notice.paidOrder(event.partnerId(), event.ownerPartnerId(), event.customerId(), event.orderId(),
				Money.of(event.amount().amount()), Money.of(event.couponAmount().amount()), this.notices.now());
		this.notices.tell(notice);
		Language language = this.partners.find(event.ownerPartnerId()).map(KnownPartner::language).orElse(Language.ZH);
		this.store.mobile(event.customerId())
			.ifPresent((mobile) -> this.sms.send(new Sms(event.partnerId(), mobile,
					new NoticeWords(language).of(notice), this.notices.now().plus(WORTH_SENDING))));
	}

	private void declined(PayOnBehalfRejected event) {
		this.notices.tell(Notice.declinedOrder(event.partnerId(), event.ownerPartnerId(), event.customerId(),
				event.orderId(), event.reason(), this.notices.now()));
	}

}
