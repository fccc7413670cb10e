package io.partnerhub.customer.invitation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, as the gateway saw it. */
final class Source {

	private static final int LONGEST = 64;

	private static final int NETWORK_BYTES = 8;

	private Source() {
	}

	/** The address itself, as evidence of who called. */
	static String address(HttpServletRequest request) {
		String forwarded = request.getHeader("X-Forwarded-For");
		String address = (forwarded != null) ? forwarded.split(",", 2)[0].strip() : request.getRemoteAddr();
		return address.substring(0, Math.min(address.length(), LONGEST));
	}

	/** The source as limits count it: one host owns all of its IPv6 /64 network. */
	static String network(HttpServletRequest request) {
		String address = address(request);
		try {
			byte[] bytes = InetAddress.ofLiteral(address).getAddress();
			if (bytes.length > NETWORK_BYTES) {
				Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
			}
			return InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (UnknownHostException | IllegalArgumentException ex) {
			return address;
		}
	}

}
