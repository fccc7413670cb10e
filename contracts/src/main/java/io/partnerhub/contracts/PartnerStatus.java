package io.partnerhub.contracts;

/**
 * A partner's health (0.4): RESTRICTED (受限) stops consumption, FROZEN (冻结) also stops new
 * and ending relations.
 */
public enum PartnerStatus {

	NORMAL, RESTRICTED, FROZEN

}
