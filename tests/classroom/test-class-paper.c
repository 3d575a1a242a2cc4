/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <cairo-pdf.h>
#include <glib/gstdio.h>

#include "classroom/class-paper.h"

/* A class of thirty with twenty scenarios on sheets of several sizes, read back by a program that is not
 * ours. With $CLASS_PAPER set, the sheets are left there to be looked at. */

#define N_TRAINEES 30
#define N_SCENARIOS 20

typedef struct {
  const char *name;
  double width; /* points, as below */
  double height;
  guint most_pages;
} Sheet;

static const Sheet sheets[] = {
  { "A4 across", 842, 595, 20 },
  { "Letter across", 792, 612, 20 },
  { "A4 upright", 595, 842, 20 },
  { "a postcard", 420, 298, 60 },
};

static DeskClassSession *
session_new (guint trainee, guint scenario)
{
  DeskClassSession *session = g_new0 (DeskClassSession, 1);

  session->path = g_strdup_printf ("%u-%u.journal", trainee, scenario);
  session->identity = g_strdup (session->path);
  session->trainee = trainee == 0 ? g_strdup ("Alexandra Charlotta Wilhelmina von "
                                              "Hohenstaufen-Löwenskiöld af <b>Ridderstad</b>")
                                  : g_strdup_printf ("Trainee%02u", trainee);
  session->scenario = g_strdup_printf ("scenario-%02u", scenario);
  session->title = g_strdup_printf ("Morning%02u at the timber merchant's", scenario);
  session->started = g_strdup_printf ("2026-11-%02uT09:00:00+01:00", 1 + scenario);
  session->started_us = 1 + scenario;
  session->accommodations = g_strdup ("");
  session->score = (trainee * 7 + scenario * 11) % 101;
  session->passed = session->score >= 70;
  session->response = session->score / 100;
  session->asa_seconds = 4;
  session->message = 1;
  session->marks = g_strdup ("[[\"note\",1,1,[],[\"not paid\"]]]");
  return session;
}

static void
add_sessions (GPtrArray *sessions)
{
  for (guint trainee = 0; trainee < N_TRAINEES; trainee++)
    for (guint scenario = 0; scenario < N_SCENARIOS; scenario++)
      g_ptr_array_add (sessions, session_new (trainee, scenario));
}

/* How many pages were drawn into the PDF at `path`. */
static guint
draw (const DeskClassFolder *folder,
      const DeskClassView *view,
      const Sheet *sheet,
      const char *path)
{
  g_autoptr (DeskClassPaper) paper =
      desk_class_paper_new (folder, view, sheet->width, sheet->height);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, sheet->width, sheet->height);
  cairo_t *cairo = cairo_create (surface);
  guint n_pages;

  while (desk_class_paper_lay_out_next (paper))
    continue;
  n_pages = desk_class_paper_n_pages (paper);
  for (guint page = 0; page < n_pages; page++) {
    desk_class_paper_draw (paper, page, cairo);
    cairo_show_page (cairo);
  }
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return n_pages;
}

/* (transfer full) */
static char *
read_back (const char *path)
{
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return text;
}

static void
assert_all_is_there (const char *text)
{
  for (guint n = 1; n < N_TRAINEES; n++) {
    g_autofree char *name = g_strdup_printf ("Trainee%02u", n);

    g_assert_nonnull (strstr (text, name));
  }
  for (guint n = 0; n < N_SCENARIOS; n++) {
    g_autofree char *name = g_strdup_printf ("Morning%02u", n);

    g_assert_nonnull (strstr (text, name));
  }
  g_assert_nonnull (strstr (text, "Alexandra"));
}

static void
test_sheet (gconstpointer data)
{
  const Sheet *sheet = data;
  const DeskClassFilter nothing = { .has_mode = FALSE };
  const char *kept = g_getenv ("CLASS_PAPER");
  g_autofree char *folder_path =
      kept != NULL ? g_strdup (kept) : g_dir_make_tmp ("frontdesk-class-XXXXXX", NULL);
  g_autofree char *name = g_strconcat (sheet->name, ".pdf", NULL);
  g_autofree char *path = g_build_filename (folder_path, name, NULL);
  g_autoptr (DeskClassFolder) folder = desk_class_folder_new ("/srv/school");
  g_autoptr (DeskClassView) view = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  add_sessions (folder->sessions);
  view = desk_class_view_new (folder->sessions, &nothing);
  n_pages = draw (folder, view, sheet, path);
  text = read_back (path);
  g_test_message ("%s: %u pages", sheet->name, n_pages);
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (n_pages, <=, sheet->most_pages);
  assert_all_is_there (text);
  if (kept == NULL) {
    g_remove (path);
    g_rmdir (folder_path);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint n = 0; n < G_N_ELEMENTS (sheets); n++) {
    g_autofree char *path = g_strdup_printf ("/class-paper/%s", sheets[n].name);

    g_test_add_data_func (path, &sheets[n], test_sheet);
  }
  return g_test_run ();
}
