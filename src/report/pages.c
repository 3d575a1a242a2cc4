/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "report/pages.h"

#define NO_SECTION G_MAXUINT

/* Some blocks of a section that follow one another on a page. */
typedef struct {
  guint section;
  guint first; /* block */
  guint end;   /* after the last block */
  double y;    /* of the first one's top, without the room above it */
} Run;

struct _DeskPages {
  double height;
  guint n_sections;
  DeskSectionMake make;
  gpointer data;
  GArray *runs;       /* of Run, owned */
  GArray *page_runs;  /* of guint, owned: the first run of each page */
  guint next;         /* section to be laid out */
  double y;           /* where the last page is free */
  DeskSection *drawn; /* owned; the one made last, since its next page is likely wanted next */
  guint n_drawn;      /* which it is, or NO_SECTION */
};

DeskSection *
desk_section_new (void)
{
  DeskSection *self = g_new0 (DeskSection, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) desk_block_free);
  return self;
}

void
desk_section_free (DeskSection *self)
{
  g_clear_pointer (&self->again, desk_block_free);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

DeskBlock *
desk_section_add (DeskSection *self, DeskBlock *block)
{
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
begin_page (DeskPages *self)
{
  g_array_append_val (self->page_runs, self->runs->len);
  self->y = 0;
}

DeskPages *
desk_pages_new (double height, guint n_sections, DeskSectionMake make, gpointer data)
{
  DeskPages *self = g_new0 (DeskPages, 1);

  self->height = height;
  self->n_sections = n_sections;
  self->make = make;
  self->data = data;
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->page_runs = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_drawn = NO_SECTION;
  begin_page (self);
  return self;
}

void
desk_pages_free (DeskPages *self)
{
  g_clear_pointer (&self->drawn, desk_section_free);
  g_array_unref (self->runs);
  g_array_unref (self->page_runs);
  g_free (self);
}

static const DeskBlock *
block_at (const DeskSection *section, guint n)
{
  return g_ptr_array_index (section->blocks, n);
}

/* The height of some blocks, without the room above the first. */
static double
height_of (const DeskSection *section, guint first, guint end)
{
  double height = 0;

  for (guint n = first; n < end; n++)
    height += (n > first ? block_at (section, n)->above : 0) + block_at (section, n)->height;
  return height;
}

/* What of the section is said again at the top of a page that begins with block `n`. */
static double
height_again (const DeskSection *section, guint n)
{
  const int head = block_at (section, n)->head;
  double height = section->again != NULL ? section->again->height : 0;

  if (head >= 0)
    height += block_at (section, (guint) head)->above + block_at (section, (guint) head)->height;
  return height;
}

/* The end of the blocks that stay together from `first` on. */
static guint
end_of_group (const DeskSection *section, guint first)
{
  guint end = first + 1;

  while (end < section->blocks->len && block_at (section, end - 1)->stays)
    end++;
  return end;
}

static double
room_above (const DeskPages *self, const DeskSection *section, guint first)
{
  return self->y > 0 ? block_at (section, first)->above : 0;
}

static gboolean
fits (const DeskPages *self, const DeskSection *section, guint first, guint end)
{
  return self->y + room_above (self, section, first) + height_of (section, first, end) <=
         self->height;
}

/* Onto the last page, which need not have the room. */
static void
place (DeskPages *self, const DeskSection *section, guint first, guint end)
{
  const Run run = { self->next, first, end, self->y + room_above (self, section, first) };

  g_array_append_val (self->runs, run);
  self->y = run.y + height_of (section, first, end);
}

static void
begin_page_with (DeskPages *self, const DeskSection *section, guint first)
{
  begin_page (self);
  if (first > 0)
    self->y = height_again (section, first);
}

/* A group that is higher than a page is broken where it must be. */
static void
place_group (DeskPages *self, const DeskSection *section, guint first, guint end)
{
  if (fits (self, section, first, end)) {
    place (self, section, first, end);
    return;
  }
  if (self->y > 0)
    begin_page_with (self, section, first);
  if (fits (self, section, first, end)) {
    place (self, section, first, end);
    return;
  }
  for (guint n = first; n < end; n++) {
    if (n > first && !fits (self, section, n, n + 1))
      begin_page_with (self, section, n);
    place (self, section, n, n + 1);
  }
}

static void
flow (DeskPages *self, const DeskSection *section)
{
  guint first = 0;

  if (self->y > 0)
    begin_page (self);
  while (first < section->blocks->len) {
    const guint end = end_of_group (section, first);

    place_group (self, section, first, end);
    first = end;
  }
}

static void
lay_out (DeskPages *self, const DeskSection *section)
{
  const guint n = section->blocks->len;

  if (n == 0)
    return;
  if (height_of (section, 0, n) > self->height) {
    flow (self, section);
    return;
  }
  if (!fits (self, section, 0, n))
    begin_page (self);
  place (self, section, 0, n);
}

gboolean
desk_pages_lay_out_next (DeskPages *self)
{
  DeskSection *section;

  if (self->next >= self->n_sections)
    return FALSE;
  section = self->make (self->next, self->data);
  lay_out (self, section);
  desk_section_free (section);
  self->next++;
  return TRUE;
}

guint
desk_pages_n_laid_out (const DeskPages *self)
{
  return self->next;
}

guint
desk_pages_n_pages (const DeskPages *self)
{
  return self->page_runs->len;
}

static const DeskSection *
fetch_section (DeskPages *self, guint n)
{
  if (self->n_drawn != n) {
    g_clear_pointer (&self->drawn, desk_section_free);
    self->drawn = self->make (n, self->data);
    self->n_drawn = n;
  }
  return self->drawn;
}

/* Returns where it ends. */
static double
draw_at (const DeskBlock *block, cairo_t *cairo, double y, gboolean links)
{
  cairo_save (cairo);
  cairo_translate (cairo, 0, y);
  desk_block_draw (block, cairo, links);
  cairo_restore (cairo);
  return y + block->height;
}

/* Anchors and links are those of the first time it is said. */
static void
draw_again (const DeskSection *section, guint first, cairo_t *cairo)
{
  const int head = block_at (section, first)->head;
  double y = 0;

  if (section->again != NULL)
    y = draw_at (section->again, cairo, y, FALSE);
  if (head >= 0)
    draw_at (block_at (section, (guint) head), cairo, y + block_at (section, (guint) head)->above,
             FALSE);
}

/* The blocks of a page that carries on with a section begin below what is said again. */
static void
draw_run (
    const DeskSection *section, const Run *run, gboolean first, cairo_t *cairo, gboolean links)
{
  double y = run->y;

  if (first && run->first > 0)
    draw_again (section, run->first, cairo);
  for (guint n = run->first; n < run->end; n++) {
    if (n > run->first)
      y += block_at (section, n)->above;
    y = draw_at (block_at (section, n), cairo, y, links);
  }
}

void
desk_pages_draw (DeskPages *self, guint page, cairo_t *cairo, gboolean links)
{
  const guint first = g_array_index (self->page_runs, guint, page);
  const guint end = page + 1 < self->page_runs->len
                        ? g_array_index (self->page_runs, guint, page + 1)
                        : self->runs->len;

  for (guint n = first; n < end; n++) {
    const Run *run = &g_array_index (self->runs, Run, n);

    draw_run (fetch_section (self, run->section), run, n == first, cairo, links);
  }
}
