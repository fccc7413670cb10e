package io.partnerhub.platform.proof;

import java.time.Clock;
import java.time.Duration;

import io.partnerhub.platform.caller.InternalTokens;
import io.partnerhub.platform.caller.TokenProperties;
import io.partnerhub.platform.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires signing and checking of proofs. */
@Configuration(proxyBeanMethods = false)
public class ProofConfiguration {

	@Bean
	ProofSigner proofSigner(InternalTokens key, Clock clock) {
		return new ProofSigner(key, clock);
	}

	@Bean
	UsedProofStore usedProofs(JdbcClient jdbc, Clock clock) {
		return new UsedProofStore(jdbc, clock);
	}

	@Bean
	Proofs proofs(TokenProperties keys, UsedProofStore used, Clock clock) {
		return new Proofs(new ProofReader(keys), used, clock);
	}

	@Bean
	Job usedProofsPurge(UsedProofStore used) {
		return new Job("used-proofs-purge", Duration.ofMinutes(5), used::purge);
	}

}
