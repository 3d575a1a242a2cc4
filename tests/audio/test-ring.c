/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "audio/ring.h"

#include <glib.h>

#define N_THREADED 2000000u

typedef struct {
  uint32_t words[8];
} Message;

G_STATIC_ASSERT (sizeof (Message) == DESK_RING_MESSAGE_SIZE);

static Message
message_numbered (uint32_t n)
{
  Message message;

  for (guint i = 0; i < 8; i++)
    message.words[i] = n * 8 + i;

  return message;
}

static void
assert_message (const Message *message, uint32_t n)
{
  for (guint i = 0; i < 8; i++)
    g_assert_cmpuint (message->words[i], ==, n * 8 + i);
}

static void
test_order (void)
{
  static DeskRing ring;
  Message message;

  desk_ring_init (&ring);
  g_assert_false (desk_ring_pop (&ring, &message));

  for (uint32_t n = 0; n < 3; n++) {
    message = message_numbered (n);
    g_assert_true (desk_ring_push (&ring, &message));
  }
  g_assert_cmpuint (desk_ring_get_length (&ring), ==, 3);

  for (uint32_t n = 0; n < 3; n++) {
    g_assert_true (desk_ring_pop (&ring, &message));
    assert_message (&message, n);
  }
  g_assert_false (desk_ring_pop (&ring, &message));
}

static void
test_full (void)
{
  static DeskRing ring;
  Message message;

  desk_ring_init (&ring);
  for (uint32_t n = 0; n < 256; n++) {
    message = message_numbered (n);
    g_assert_true (desk_ring_push (&ring, &message));
  }
  g_assert_cmpuint (desk_ring_get_n_refused (&ring), ==, 0);

  message = message_numbered (999);
  g_assert_false (desk_ring_push (&ring, &message));
  g_assert_false (desk_ring_push (&ring, &message));
  g_assert_cmpuint (desk_ring_get_n_refused (&ring), ==, 2);

  g_assert_true (desk_ring_pop (&ring, &message));
  assert_message (&message, 0);
  message = message_numbered (256);
  g_assert_true (desk_ring_push (&ring, &message));

  for (uint32_t n = 1; n <= 256; n++) {
    g_assert_true (desk_ring_pop (&ring, &message));
    assert_message (&message, n);
  }
  g_assert_false (desk_ring_pop (&ring, &message));
}

/* The indices are 32 bits wide and wrap in an exam week; so does every use of them. */
static void
test_index_wraps (void)
{
  static DeskRing ring;
  Message message;

  desk_ring_init (&ring);
  atomic_store (&ring.tail, UINT32_MAX - 1);
  atomic_store (&ring.head, UINT32_MAX - 1);
  ring.head_seen = ring.tail_seen = UINT32_MAX - 1;

  for (uint32_t n = 0; n < 256; n++) {
    message = message_numbered (n);
    g_assert_true (desk_ring_push (&ring, &message));
  }
  g_assert_false (desk_ring_push (&ring, &message));
  g_assert_cmpuint (desk_ring_get_length (&ring), ==, 256);

  for (uint32_t n = 0; n < 256; n++) {
    g_assert_true (desk_ring_pop (&ring, &message));
    assert_message (&message, n);
  }
  g_assert_false (desk_ring_pop (&ring, &message));
}

static gpointer
produce (gpointer data)
{
  DeskRing *ring = data;

  for (uint32_t n = 0; n < N_THREADED;) {
    Message message = message_numbered (n);

    if (desk_ring_push (ring, &message))
      n++;
    else
      g_thread_yield ();
  }

  return NULL;
}

static void
test_two_threads (void)
{
  static DeskRing ring;
  GThread *producer;

  desk_ring_init (&ring);
  producer = g_thread_new ("producer", produce, &ring);

  for (uint32_t n = 0; n < N_THREADED;) {
    Message message;

    if (desk_ring_pop (&ring, &message))
      assert_message (&message, n++);
    else
      g_thread_yield ();
  }

  g_thread_join (producer);
  g_assert_cmpuint (desk_ring_get_length (&ring), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/audio/ring/order", test_order);
  g_test_add_func ("/audio/ring/full", test_full);
  g_test_add_func ("/audio/ring/index-wraps", test_index_wraps);
  g_test_add_func ("/audio/ring/two-threads", test_two_threads);

  return g_test_run ();
}
