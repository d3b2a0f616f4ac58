/** Says in a signed document what was masked and measured: the certificate, its canonical form, its keys. */
@NullMarked
package garim.engine.proof.certificate;

import org.jspecify.annotations.NullMarked;
