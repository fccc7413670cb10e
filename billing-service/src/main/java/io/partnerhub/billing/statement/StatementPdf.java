package io.partnerhub.billing.statement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

import io.partnerhub.billing.ledger.AccountHistory.Line;
import io.partnerhub.platform.money.Money;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A statement to print: pages of A4 with a font that has Chinese characters, of which
 * only those used are embedded. Finished pages wait in a temporary file, not in memory.
 */
final class StatementPdf implements StatementFile {

	static final int LINES_PER_PAGE = 40;

	private static final String FONT = "/fonts/WenQuanZhengHei.ttf";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneOffset.UTC);

	private static final int NAME = 50;

	private static final float LEFT = 40;

	private static final float TOP = 790;

	private static final float LINE = 16;

	private static final float[] COLUMNS = { 40, 85, 185, 300, 385, 470 };

	private final AccountStatement statement;

	private final StatementWords words;

	private final OutputStream target;

	private final PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());

	private final PDFont font;

	private @Nullable PDPageContentStream page;

	private int pages;

	private int linesOnPage;

	private float y;

	StatementPdf(AccountStatement statement, String partner, StatementWords words, OutputStream target)
			throws IOException {
		this.statement = statement;
		this.words = words;
		this.target = target;
		try (InputStream file = Objects.requireNonNull(StatementPdf.class.getResourceAsStream(FONT), FONT)) {
			this.font = PDType0Font.load(this.document, file, true);
		}
		beginPage();
		head(partner);
		columns();
		row("", TIME.format(statement.from()), words.get("opening"), "", "", text(statement.opening().balance()));
	}

	@Override
	public void line(Line line) throws IOException {
		boolean income = line.change().isPositive();
		row(Long.toString(line.sequence()), TIME.format(line.at()), this.words.kind(line.kind()),
				income ? text(line.change()) : "", income ? "" : text(Money.zero().minus(line.change())),
				text(line.balance()));
	}

	@Override
	public void end() throws IOException {
		row("", TIME.format(this.statement.to()), this.words.get("closing"), "", "",
				text(this.statement.closing().balance()));
		endPage();
		this.document.save(this.target);
	}

	@Override
	public void close() throws IOException {
		if (this.page != null) {
			this.page.close();
		}
		this.document.close();
	}

	private void head(String partner) throws IOException {
		write(LEFT, 16, this.words.get("title"));
		this.y -= LINE * 1.5f;
		write(LEFT, 9, this.words.get("partner") + " " + shown(partner));
		this.y -= LINE;
		write(LEFT, 9, this.words.get("account") + " " + this.statement.accountId());
		this.y -= LINE;
		write(LEFT, 9, this.words.get("period") + " " + period(this.statement.from(), this.statement.to()));
		this.y -= LINE * 1.5f;
	}

	private void columns() throws IOException {
		cells(this.words.get("number"), this.words.get("time"), this.words.get("kind"), this.words.get("income"),
				this.words.get("expense"), this.words.get("balance"));
		this.y -= LINE;
	}

	private void row(String... cells) throws IOException {
		if (this.linesOnPage == LINES_PER_PAGE) {
			endPage();
			beginPage();
			columns();
		}
		cells(cells);
		this.y -= LINE;
		this.linesOnPage++;
	}

	private void cells(String... cells) throws IOException {
		for (int i = 0; i < cells.length; i++) {
			write(COLUMNS[i], 9, cells[i]);
		}
	}

	private void write(float x, float size, String text) throws IOException {
		PDPageContentStream content = Objects.requireNonNull(this.page);
		content.beginText();
		content.setFont(this.font, size);
		content.newLineAtOffset(x, this.y);
		content.showText(text);
		content.endText();
	}

	private void beginPage() throws IOException {
		PDPage next = new PDPage(PDRectangle.A4);
		this.document.addPage(next);
		this.page = new PDPageContentStream(this.document, next);
		this.pages++;
		this.linesOnPage = 0;
		this.y = TOP;
	}

	private void endPage() throws IOException {
		this.y = LINE * 1.5f;
		write(LEFT, 8, this.words.get("page") + " " + this.pages);
		Objects.requireNonNull(this.page).close();
		this.page = null;
	}

	/** As far as the font has its characters, and a line has room. */
	private String shown(String name) {
		StringBuilder shown = new StringBuilder();
		name.codePoints()
			.limit(NAME)
			.mapToObj(Character::toString)
			.forEach((each) -> shown.append(has(each) ? each : "?"));
		return shown.toString();
	}

	private boolean has(String character) {
		try {
			return this.font.encode(character).length > 0;
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static String period(Instant from, Instant to) {
		return TIME.format(from) + " – " + TIME.format(to) + " UTC";
	}

	private static String text(Money money) {
		return money.decimal().toPlainString();
	}

}
