package io.partnerhub.localhub.engine;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;

import io.partnerhub.localhub.home.Ports;
import io.partnerhub.localhub.home.Progress;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail sent to anybody arrives where a developer can read it. */
class MailboxTests {

	@TempDir
	Path home;

	private Mailbox mailbox;

	@BeforeEach
	void start() {
		Ports ports = Ports.in(this.home);
		this.mailbox = new Mailbox(ports.choose("mail-smtp"), ports.choose("mail"), Progress.silent());
		this.mailbox.start();
	}

	@AfterEach
	void stop() {
		this.mailbox.stop();
	}

	@Test
	void listsAMailWithBothBodies() throws Exception {
		send("ann@example.com", "Invitation 邀请", "plain words", "<b>bold words</b>");
		JsonNode mail = JsonMapper.builder().build().readTree(get("/api/mails")).get(0);
		assertThat(mail.get("to").get(0).asString()).isEqualTo("ann@example.com");
		assertThat(mail.get("from").asString()).isEqualTo("hub@partner-hub.local");
		assertThat(mail.get("subject").asString()).isEqualTo("Invitation 邀请");
		assertThat(mail.get("text").asString()).isEqualTo("plain words");
		assertThat(mail.get("html").asString()).isEqualTo("<b>bold words</b>");
		assertThat(mail.get("receivedAt").asString()).endsWith("Z");
	}

	@Test
	void listsTheMailsOfOneReader() throws Exception {
		send("ann@example.com", "For Ann", "hello", "hello");
		send("bob@example.com", "For Bob", "hello", "hello");
		assertThat(get("/api/mails?to=BOB%40example.com")).contains("For Bob").doesNotContain("For Ann");
		assertThat(get("/api/mails?to=nobody@example.com")).isEqualTo("[]");
	}

	@Test
	void showsAMailOnThePageWithoutRunningIt() throws Exception {
		send("ann@example.com", "<script>1</script>", "x", "<script>2</script>");
		assertThat(get("/")).contains("&lt;script&gt;1", "&lt;script&gt;2").doesNotContain("<script>");
	}

	private void send(String to, String subject, String text, String html) throws Exception {
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.host", "127.0.0.1");
		properties.setProperty("mail.smtp.port", Integer.toString(this.mailbox.smtpPort()));
		MimeMessage mail = new MimeMessage(Session.getInstance(properties));
		mail.setFrom(new InternetAddress("hub@partner-hub.local"));
		mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
		mail.setSubject(subject, "UTF-8");
		MimeBodyPart plain = new MimeBodyPart();
		plain.setText(text, "UTF-8");
		MimeBodyPart rich = new MimeBodyPart();
		rich.setContent(html, "text/html; charset=utf-8");
		mail.setContent(new MimeMultipart("alternative", plain, rich));
		Transport.send(mail);
	}

	private String get(String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.mailbox.url() + path)).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

}
