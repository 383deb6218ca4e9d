package id.satuatap.servlet.page;

import java.util.Locale;

/** What an application says on its plain pages, and where they get their looks and lead to. */
public interface PageWords {

    String sentence(String key, Locale language);

    String stylesheet();

    /** The page where one begins anew. */
    String start();
}
