/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include <glib.h>

#include "records/secret.h"

/* In a real keyring; see with-keyring. */

static char *
find (const char *user, GError **error)
{
  char *address = (char *) "https://lrs.example.org/xapi/";
  const DeskStoreSetup setup = { .address = address, .user = (char *) user };

  return desk_secret_find (&setup, NULL, error);
}

static void
keep (const char *user, const char *secret)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (desk_secret_keep ("https://lrs.example.org/xapi/", user, secret, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_found (const char *user, const char *expected)
{
  g_autoptr (GError) error = NULL;
  char *found = find (user, &error);

  g_assert_cmpstr (found, ==, expected);
  g_assert_true ((error != NULL) == (expected == NULL));
  desk_secret_free (found);
}

static void
test_keyring (void)
{
  assert_found ("desk", NULL);
  keep ("desk", "swordfish");
  keep ("other", "halibut");
  assert_found ("desk", "swordfish");
  keep ("desk", "åäö 2");
  assert_found ("desk", "åäö 2");
  assert_found ("other", "halibut");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret/keyring", test_keyring);
  return g_test_run ();
}
