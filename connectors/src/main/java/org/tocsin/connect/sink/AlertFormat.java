package org.tocsin.connect.sink;

import com.fasterxml.jackson.databind.JsonNode;

/** How a receiver wants to be told. Pure: the same announcement gives the same body. */
interface AlertFormat {
    /** The content type of the body. */
    String contentType();

    /** The body. */
    JsonNode body(Announcement announcement);

    /** True when the receiver holds an alert open until it is told that it is over. */
    boolean holdsAlerts();
}
