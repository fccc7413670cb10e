package io.partnerhub.billing.payee;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts until the vendor's feed says otherwise.
 *
 * @param signingEntity the vendor's company that contracts partners (WDR-07)
 */
@ConfigurationProperties("partnerhub.payee")
record PayeeSettings(@DefaultValue("华为云计算技术有限公司") String signingEntity) {
}
