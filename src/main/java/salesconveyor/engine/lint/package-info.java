/** What a model, form or decision must keep, one rule a sentence: the same for what we ship and what an owner deploys. */
@NullMarked
package salesconveyor.engine.lint;

import org.jspecify.annotations.NullMarked;
