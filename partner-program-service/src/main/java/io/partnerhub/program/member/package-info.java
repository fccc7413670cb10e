/**
 * The people of a partner (组织成员): each has one to three roles, which say what the person
 * may do and how far it sees; account managers may have a supervisor.
 */
@NullMarked
package io.partnerhub.program.member;

import org.jspecify.annotations.NullMarked;
