package io.partnerhub.gateway.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where a request comes from: the peer itself, or what a trusted proxy says. An IPv6
 * source is its /64 network, because one host owns all of it.
 */
@Component
public class SourceAddresses {

	public static final String HEADER = "X-Forwarded-For";

	private final List<IpAddressMatcher> trusted;

	SourceAddresses(EdgeProperties properties) {
		this.trusted = properties.trustedProxies().stream().map(IpAddressMatcher::new).toList();
	}

	/** The source as the limits count it. */
	public String of(HttpServletRequest request) {
		return network(exact(request));
	}

	/** The address itself, as evidence of who called. */
	public String exact(HttpServletRequest request) {
		return trusted(request.getRemoteAddr()) ? forwarded(request) : request.getRemoteAddr();
	}

	/**
	 * The nearest address that is no trusted proxy: everything before it may be invented.
	 */
	private String forwarded(HttpServletRequest request) {
		List<String> hops = Collections.list(request.getHeaders(HEADER))
			.stream()
			.flatMap((line) -> List.of(line.split(",")).stream())
			.map(String::trim)
			.toList();
		String nearest = request.getRemoteAddr();
		for (String hop : hops.reversed()) {
			if (!address(hop)) {
				return nearest;
			}
			nearest = hop;
			if (!trusted(hop)) {
				return nearest;
			}
		}
		return nearest;
	}

	private boolean trusted(String address) {
		return this.trusted.stream().anyMatch((network) -> network.matches(address));
	}

	private static boolean address(String text) {
		return text.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");
	}

	private static String network(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			byte[] bytes = InetAddress.ofLiteral(address).getAddress();
			Arrays.fill(bytes, Math.min(8, bytes.length), bytes.length, (byte) 0);
			return InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (UnknownHostException | IllegalArgumentException ex) {
			return "unknown";
		}
	}

}
