package io.partnerhub.customer.invitation;

/** The ways a customer can be invited (4.3). */
enum Channel {

	/** 线上邀请. */
	ONLINE_EMAIL,
	/** 邀请链接. */
	OFFLINE_LINK,
	/** 二维码. */
	OFFLINE_QR

}
