package io.partnerhub.billing.bank;

import io.partnerhub.platform.secret.SecretsAtRest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps bank data encrypted in the database (9.4), each bound to the row it stands in.
 */
@Component
public class BankData {

	private final SecretsAtRest secrets;

	private final JsonMapper json;

	BankData(BankSettings settings, JsonMapper json) {
		this.secrets = new SecretsAtRest(settings.dataKey(), "partnerhub.bank.data-key");
		this.json = json;
	}

	public byte[] encrypt(BankAccount account, Object row) {
		return this.secrets.encrypt(this.json.writeValueAsString(account), row.toString());
	}

	public BankAccount decrypt(byte[] ciphertext, Object row) {
		return this.json.readValue(this.secrets.decrypt(ciphertext, row.toString()), BankAccount.class);
	}

}
