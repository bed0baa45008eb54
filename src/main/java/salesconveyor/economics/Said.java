package salesconveyor.economics;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import salesconveyor.economics.Estimate.Source;

/** What the owner said of one operation, else of all, else what is assumed until somebody says it. */
record Said(Assumption own, Assumption all) {
    private static final int PERCENT = 2;

    @Nullable
    Estimate minutes(Function<Assumption, @Nullable BigDecimal> field, long seed) {
        BigDecimal said = said(field);
        return said == null ? null : Estimate.said(Hours.ofMinutes(said), Source.SETTING, seed);
    }

    Estimate minutesOr(Function<Assumption, @Nullable BigDecimal> field, String assumed, long seed) {
        Estimate said = minutes(field, seed);
        return said == null ? Estimate.said(Hours.ofMinutes(new BigDecimal(assumed)), Source.ASSUMED, seed) : said;
    }

    Estimate percentOr(Function<Assumption, @Nullable BigDecimal> field, String assumed, long seed) {
        BigDecimal said = said(field);
        BigDecimal percent = said == null ? new BigDecimal(assumed) : said;
        return Estimate.said(percent.movePointLeft(PERCENT), said == null ? Source.ASSUMED : Source.SETTING, seed);
    }

    Estimate amountOr(Function<Assumption, @Nullable BigDecimal> field, String assumed, long seed) {
        BigDecimal said = said(field);
        return said == null
                ? Estimate.said(new BigDecimal(assumed), Source.ASSUMED, seed)
                : Estimate.said(said, Source.SETTING, seed);
    }

    private @Nullable BigDecimal said(Function<Assumption, @Nullable BigDecimal> field) {
        BigDecimal special = field.apply(own);
        return special == null ? field.apply(all) : special;
    }
}
