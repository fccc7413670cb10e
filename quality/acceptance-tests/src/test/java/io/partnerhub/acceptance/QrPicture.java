package io.partnerhub.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import static org.assertj.core.api.Assertions.assertThat;

/** A QR code as a telephone reads it from the screen. */
final class QrPicture {

	private QrPicture() {
	}

	/** The text in the picture behind an address. */
	static String read(String url, String token) throws Exception {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpResponse<byte[]> picture = http.send(HttpRequest.newBuilder(URI.create(url))
				.header("Authorization", "Bearer " + token)
				.header("Accept", "image/png")
				.build(), HttpResponse.BodyHandlers.ofByteArray());
			assertThat(picture.statusCode()).isEqualTo(200);
			return decode(ImageIO.read(new ByteArrayInputStream(picture.body())));
		}
	}

	private static String decode(BufferedImage image) throws Exception {
		int width = image.getWidth();
		int height = image.getHeight();
		int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
		return new QRCodeReader()
			.decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
			.getText();
	}

}
