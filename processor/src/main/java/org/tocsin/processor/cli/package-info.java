/** The command line: results on standard output, everything else on standard error. */
@NullMarked
package org.tocsin.processor.cli;

import org.jspecify.annotations.NullMarked;
