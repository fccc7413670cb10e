package io.partnerhub.coupon.limit;

/**
 * What an order does (订购类型, USE-03): NEW includes pay-per-use to subscription and trial
 * to commercial.
 */
public enum OrderType {

	NEW, RENEW, CHANGE

}
