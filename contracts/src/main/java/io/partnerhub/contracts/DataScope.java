package io.partnerhub.contracts;

/**
 * How far a member sees inside the partner: own customers, those of the team, or all
 * (ORG-05, ORG-12).
 */
public enum DataScope {

	OWN, TEAM, ALL

}
