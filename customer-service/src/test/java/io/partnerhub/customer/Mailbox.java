package io.partnerhub.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

/** A mail server that really receives, and what came. */
public final class Mailbox {

	static final String LINK_BASE = "https://hub.example/invitations/";

	private static final Pattern TOKEN = Pattern.compile(Pattern.quote(LINK_BASE) + "([A-Za-z0-9_-]{43})");

	private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

	private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	Mailbox() {
		this.server.start();
	}

	int port() {
		return this.server.getSmtp().getPort();
	}

	/** Waits for the mails of an address; returns them oldest first. */
	public List<Received> of(String address, int count) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> received(address), (mails) -> mails.size() >= count);
	}

	public List<Received> received(String address) {
		return Arrays.stream(this.server.getReceivedMessages())
			.map(Received::of)
			.filter((mail) -> mail.to().equals(address))
			.toList();
	}

	/** A mail as its reader sees it. */
	public record Received(String to, String from, String subject, String text) {

		static Received of(MimeMessage message) {
			try {
				return new Received(message.getRecipients(Message.RecipientType.TO)[0].toString(),
						message.getFrom()[0].toString(), message.getSubject(), String.valueOf(message.getContent()));
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		/** The verification code in the text. */
		public String code() {
			Matcher matcher = CODE.matcher(this.text);
			if (!matcher.find()) {
				throw new AssertionError("no code in " + this.text);
			}
			return matcher.group();
		}

		public String token() {
			Matcher matcher = TOKEN.matcher(this.text);
			if (!matcher.find()) {
				throw new AssertionError("no link in " + this.text);
			}
			return matcher.group(1);
		}

	}

}
