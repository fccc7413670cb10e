package io.partnerhub.customer.invitation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("INV-05")
class QrCodeTests {

	static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

	private static final String LINK = "https://hub.example/invitations/" + "A".repeat(43);

	@ParameterizedTest
	@ValueSource(ints = { 128, 300, 301, 1024 })
	void isReadFromItsPicture(int size) throws Exception {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrCode.of(LINK).png(size)));
		assertThat(image.getWidth()).isEqualTo(size);
		assertThat(image.getHeight()).isEqualTo(size);
		assertThat(read(image.getRGB(0, 0, size, size, null, 0, size), size)).isEqualTo(LINK);
	}

	@Test
	void isReadFromItsDrawing() throws Exception {
		String svg = new String(QrCode.of(LINK).svg(300), StandardCharsets.UTF_8);
		assertThat(svg).startsWith("<svg xmlns=").contains("width=\"300\" height=\"300\"");
		assertThat(readSvg(svg)).isEqualTo(LINK);
	}

	/** Draws the path of an SVG and reads the code in it. */
	static String readSvg(String svg) throws ReaderException, IOException {
		Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
		assertThat(box.find()).isTrue();
		int scale = 4;
		int size = Integer.parseInt(box.group(1)) * scale;
		int[] pixels = new int[size * size];
		Arrays.fill(pixels, 0xffffff);
		Matcher run = RUN.matcher(svg);
		while (run.find()) {
			int x = Integer.parseInt(run.group(1)) * scale;
			int y = Integer.parseInt(run.group(2)) * scale;
			int width = Integer.parseInt(run.group(3)) * scale;
			for (int line = y; line < y + scale; line++) {
				Arrays.fill(pixels, line * size + x, line * size + x + width, 0);
			}
		}
		return read(pixels, size);
	}

	static String read(int[] pixels, int size) throws ReaderException {
		try {
			return new QRCodeReader()
				.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))))
				.getText();
		}
		catch (NotFoundException ex) {
			throw new AssertionError("no QR code in the picture", ex);
		}
	}

}
