package org.pinn4j.train;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pinn4j.direct.Direct;

/** The text form of direct solves: {@code 200 to 3200 features, 4.0 rows each}. */
final class DirectText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}) to (\\d{1,9}) features, (\\S+) rows each");

    private DirectText() {}

    static String write(Direct direct) {
        return "%d to %d features, %s rows each".formatted(direct.least(), direct.most(), direct.rows());
    }

    static Direct parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'%s': need such as '%s'".formatted(text, write(Direct.standard())));
        }
        return new Direct(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Double.parseDouble(form.group(3)));
    }
}
