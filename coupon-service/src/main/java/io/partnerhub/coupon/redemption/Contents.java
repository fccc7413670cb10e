package io.partnerhub.coupon.redemption;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a repeated request must agree in with the first: the order and its coupons. */
@Component
class Contents {

	private final JsonMapper json;

	Contents(JsonMapper json) {
		this.json = json;
	}

	/** SHA-256 in hexadecimal digits; the sequence of the coupons does not matter. */
	String digest(Pick pick) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(this.json.writeValueAsBytes(pick.order()));
			digest.update(this.json.writeValueAsBytes(new TreeSet<>(pick.couponIds())));
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
