/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/pages.h"

/* Sections of blocks that draw nothing and write down where they stand, by the rules of pages.h. */

#define HEIGHT 100.0
#define N_SECTIONS 60
#define ROUNDS 40

typedef struct {
  guint section;
  guint block;
  gboolean links;
  guint page;
  double top;
  double bottom;
} Seen;

typedef struct {
  guint32 seed;
  guint max_blocks;
  GArray *seen; /* of Seen, owned */
  guint page;   /* being drawn */
} Book;

typedef struct {
  Book *book;
  guint section;
  guint block;
  double height;
} Picture;

static void
draw (gpointer data, cairo_t *cairo, gboolean links)
{
  const Picture *picture = data;
  Seen seen = { picture->section, picture->block, links, picture->book->page, 0, 0 };
  double x = 0;

  cairo_user_to_device (cairo, &x, &seen.top);
  seen.bottom = seen.top + picture->height;
  g_array_append_val (picture->book->seen, seen);
}

static DeskBlock *
block_new (Book *book, guint section, guint n, double above, double height)
{
  DeskBlock *block = desk_block_new (above);
  Picture *picture = g_new (Picture, 1);

  *picture = (Picture){ book, section, n, height };
  block->height = height;
  block->draw = draw;
  block->picture = picture;
  block->free_picture = g_free;
  return block;
}

#define AGAIN 1000

/* Of random blocks, the same each time; the last of them stays with nothing. */
static DeskSection *
make_section (guint n, gpointer data)
{
  Book *book = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (book->seed + n);
  DeskSection *section = desk_section_new ();
  const guint n_blocks = (guint) g_rand_int_range (rand, 1, (gint32) book->max_blocks + 1);

  for (guint m = 0; m < n_blocks; m++) {
    DeskBlock *block =
        desk_section_add (section, block_new (book, n, m, g_rand_double_range (rand, 0, 5),
                                              g_rand_double_range (rand, 1, 12)));

    block->stays = m + 1 < n_blocks && g_rand_int_range (rand, 0, 4) == 0;
    block->head = m > 0 ? 0 : -1;
  }
  section->again = block_new (book, n, AGAIN, 0, 7);
  return section;
}

static double
height_of (Book *book, guint n)
{
  DeskSection *section = make_section (n, book);
  double height = 0;

  for (guint m = 0; m < section->blocks->len; m++) {
    const DeskBlock *block = section->blocks->pdata[m];

    height += block->height + (m > 0 ? block->above : 0);
  }
  desk_section_free (section);
  return height;
}

static guint
n_blocks_of (Book *book, guint n)
{
  DeskSection *section = make_section (n, book);
  const guint n_blocks = section->blocks->len;

  desk_section_free (section);
  return n_blocks;
}

static gboolean
block_stays (Book *book, guint n, guint m)
{
  DeskSection *section = make_section (n, book);
  const gboolean stays = ((const DeskBlock *) section->blocks->pdata[m])->stays;

  desk_section_free (section);
  return stays;
}

/* Draws the pages, the last one first, and puts what was seen in their order. */
static void
draw_book (Book *book)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cairo = cairo_create (surface);
  DeskPages *pages = desk_pages_new (HEIGHT, N_SECTIONS, make_section, book);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Seen));

  while (desk_pages_lay_out_next (pages))
    continue;
  g_assert_cmpuint (desk_pages_n_laid_out (pages), ==, N_SECTIONS);
  for (book->page = desk_pages_n_pages (pages); book->page-- > 0;) {
    g_array_set_size (book->seen, 0);
    desk_pages_draw (pages, book->page, cairo, TRUE);
    g_assert_cmpuint (book->seen->len, >, 0);
    g_array_prepend_vals (all, book->seen->data, book->seen->len);
  }
  g_array_set_size (book->seen, 0);
  g_array_append_vals (book->seen, all->data, all->len);
  desk_pages_free (pages);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

/* Every block once, in order, inside of the page and below the one before; what is said again has no
 * links. */
static void
check_order (Book *book)
{
  guint section = 0, block = 0, page = 0;
  double bottom = 0;

  for (guint n = 0; n < book->seen->len; n++) {
    const Seen *seen = &g_array_index (book->seen, Seen, n);

    if (seen->page != page) {
      g_assert_cmpuint (seen->page, ==, page + 1);
      g_assert_cmpfloat (seen->top, ==, 0);
      page = seen->page;
      bottom = 0;
    }
    g_assert_cmpfloat (seen->top, >=, bottom - 1e-6);
    g_assert_cmpfloat (seen->bottom, <=, HEIGHT + 1e-6);
    bottom = seen->bottom;
    if (!seen->links)
      continue;
    if (block == n_blocks_of (book, section)) {
      section++;
      block = 0;
    }
    g_assert_cmpuint (seen->section, ==, section);
    g_assert_cmpuint (seen->block, ==, block);
    block++;
  }
  g_assert_cmpuint (section, ==, N_SECTIONS - 1);
  g_assert_cmpuint (block, ==, n_blocks_of (book, section));
}

/* What fits on a page is on one page; what does not says its name again on each further page. */
static void
check_breaks (Book *book, guint *n_cut)
{
  for (guint n = 1; n < book->seen->len; n++) {
    const Seen *seen = &g_array_index (book->seen, Seen, n);
    const Seen *before = seen - 1;

    if (seen->page == before->page || (seen->links && seen->section != before->section))
      continue;
    g_assert_cmpfloat (height_of (book, seen->section), >, HEIGHT);
    g_assert_false (block_stays (book, before->section, before->block));
    g_assert_cmpuint (seen->block, ==, AGAIN);
    g_assert_false (seen->links);
    g_assert_cmpuint (seen[1].block, ==, 0);
    g_assert_false (seen[1].links);
    ++*n_cut;
  }
}

/* A page is only left when the next section, or the next blocks that stay together, do not fit. */
static void
check_fullness (Book *book)
{
  for (guint n = 1; n < book->seen->len; n++) {
    const Seen *seen = &g_array_index (book->seen, Seen, n);
    const Seen *before = seen - 1;

    if (seen->page != before->page && seen->section != before->section)
      g_assert_cmpfloat (before->bottom + 5 + height_of (book, seen->section), >, HEIGHT);
  }
}

static void
test_random (gconstpointer data)
{
  guint n_cut = 0;

  for (guint round = 0; round < ROUNDS; round++) {
    Book book = { .seed = round * 1000, .max_blocks = GPOINTER_TO_UINT (data) };

    book.seen = g_array_new (FALSE, FALSE, sizeof (Seen));
    draw_book (&book);
    check_order (&book);
    check_breaks (&book, &n_cut);
    check_fullness (&book);
    g_array_unref (book.seen);
  }
  if (GPOINTER_TO_UINT (data) > 20)
    g_assert_cmpuint (n_cut, >, ROUNDS);
  else
    g_assert_cmpuint (n_cut, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* At most 17 a block with the room above it: five always fit on a page, forty seldom. */
  g_test_add_data_func ("/pages/short-sections", GUINT_TO_POINTER (5), test_random);
  g_test_add_data_func ("/pages/long-sections", GUINT_TO_POINTER (40), test_random);
  return g_test_run ();
}
