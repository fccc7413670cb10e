package io.partnerhub.customer.sms;

/**
 * Where text messages leave the hub; a carrier's adapter takes the place of the local
 * one. A message is handed over in the transaction of the change it belongs to, so an
 * adapter keeps it there and sends it after the commit.
 */
public interface SmsPort {

	void send(Sms sms);

}
