/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/html.h"

#include "report/words.h"

#include <glib/gi18n-lib.h>

static const char house_style[] =
    ":root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#59636e;--edge:#d0d7de;"
    "--good:#116329;--partly:#7d4e00;--bad:#a40e26}\n"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9198a1;"
    "--edge:#3d444d;--good:#56d364;--partly:#e3b341;--bad:#ff8182}}\n"
    "body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);"
    "max-width:60rem;margin:2rem auto;padding:0 1rem}\n"
    "h1{line-height:1.2}.verdict{font-size:1.25rem;font-weight:600}.note,.evidence{"
    "color:var(--soft)}.good{color:var(--good)}.partly{color:var(--partly)}.bad{color:var(--bad)}\n"
    "table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}caption{text-align:left;"
    "font-weight:600}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;"
    "border-bottom:1px solid var(--edge);overflow-wrap:break-word}thead th{white-space:nowrap}"
    "tbody th{min-width:8.5rem}"
    "td.written{min-width:6rem;width:20%;overflow-wrap:anywhere}\n"
    "dl.session{display:flex;flex-wrap:wrap;gap:.25rem 2rem}dl.session div{display:flex;gap:.5rem}"
    "dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}dl.totals{columns:2;column-gap:2rem}"
    "dl.totals div{display:flex;justify-content:space-between;gap:1rem;break-inside:avoid;"
    "border-bottom:1px solid var(--edge);padding:.15rem 0}"
    "@media(max-width:40rem){dl.totals{columns:1}}\n"
    "td.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".written{white-space:pre-wrap}\n"
    ".headlines{display:grid;grid-template-columns:3fr 3fr 2fr;gap:1rem}.headlines section{"
    "border:1px solid var(--edge);border-radius:6px;padding:.75rem 1rem;break-inside:avoid}"
    ".headlines h2{font-size:1rem;margin:0}.headlines p{margin:0}"
    ".figure{font-size:2rem;font-weight:700;line-height:1.3}.beside .figure{font-size:1.4rem}"
    "@media(max-width:40rem){.headlines{grid-template-columns:1fr}}\n"
    "mark{background:none;color:inherit;font-weight:700;text-decoration:underline double}"
    ".advice{display:block;color:var(--ink);border-left:2px solid var(--edge);padding-left:.5rem}"
    "h4{margin:.5rem 0 0}\n"
    "article{border-top:2px solid var(--edge);margin-top:1.5rem}\n"
    "@media print{:root{--ink:#000;--paper:#fff;--soft:#333;--edge:#999;--good:#000;--partly:#000;"
    "--bad:#000}"
    "body{margin:0;max-width:none;font-size:10pt}tr,dl,article,figure{break-inside:avoid}"
    "h2,h3,h4,caption,thead{break-after:avoid}"
    "details::details-content{content-visibility:visible;block-size:auto}}\n";

void
desk_html_escaped (GString *html, const char *text)
{
  g_autofree char *tame = desk_words_tame (text != NULL ? text : "");
  g_autofree char *escaped = g_markup_escape_text (tame, -1);

  g_string_append (html, escaped);
}

void
desk_html_text (GString *html, const char *text)
{
  g_string_append (html, "<bdi>");
  desk_html_escaped (html, text);
  g_string_append (html, "</bdi>");
}

void
desk_html_element (GString *html, const char *tag, const char *attributes, const char *text)
{
  g_string_append_printf (html, "<%s%s>", tag, attributes);
  desk_html_text (html, text);
  g_string_append_printf (html, "</%s>", tag);
}

void
desk_html_begin (GString *html, const char *title, const char *style)
{
  /* Translators: the language of the translation as HTML names it, such as "sv". */
  const char *language = C_ ("HTML language", "en");

  g_string_append_printf (html, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n", language);
  g_string_append (html, "<meta charset=\"utf-8\"/>\n"
                         "<meta name=\"viewport\" content=\"width=device-width\"/>\n"
                         "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>");
  desk_html_escaped (html, title);
  g_string_append (html, "</title>\n<style>\n");
  g_string_append (html, house_style);
  g_string_append (html, style);
  g_string_append (html, "</style>\n</head>\n<body>\n<main>\n");
}

void
desk_html_end (GString *html)
{
  g_string_append (html, "</main>\n</body>\n</html>\n");
}
