/** Training and diagnosis of the roles: targets, perpetrators, weapons. */
@NullMarked
package org.tocsin.bench.role;

import org.jspecify.annotations.NullMarked;
