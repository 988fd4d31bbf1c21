/**
 * The one way out of the connectors onto the network: bounded in size and time, and only to addresses that an outsider
 * may reach.
 */
@NullMarked
package org.tocsin.connect.net;

import org.jspecify.annotations.NullMarked;
