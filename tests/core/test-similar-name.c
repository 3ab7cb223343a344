/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cvn-similar-name.h"

/* Names that are folded, and pairs that may be one organisation or are certainly two. */

static void
test_fold (void)
{
  static const struct
  {
    const char *name;
    const char *folded;
  } cases[] = {
    { "Demo Biotech Alpha B.V.", "demo biotech alpha" },
    { "  demo   BIOTECH—Alpha bv ", "demo biotech alpha" },
    { "Stichting Café Zuid", "cafe zuid" },
    { "Voorbeeld International School (stichting)", "voorbeeld international school" },
    { "’t Huis", "t huis" },
    { "B.V.", "bv" },
    { "ÅÉÏ", "aei" },
    { "", "" },
    { "...", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = cvn_similar_name_fold (cases[i].name);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_close (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    close;
  } cases[] = {
    { "Demo Biotech Alpha B.V.", "demo biotech alpha", TRUE },
    { "Demo Biotech Alpha B.V.", "Demo Biotech Alhpa", TRUE },
    { "Demo Biotech Alpha B.V.", "Demo Biotec Alpa NV", TRUE },
    { "Demo Biotech Alpha B.V.", "Demo Biotech Beta B.V.", FALSE },
    { "Universiteit Leiden", "Leiden Universiteit", TRUE },
    { "Gemeente Leiden", "Gemeente Leiderdorp", FALSE },
    { "Gemeente Katwijk", "Gemeente Katwyk", TRUE },
    { "LUMC", "LUMC", TRUE },
    { "LUMC", "LUMD", FALSE },
    { "Leiden", "Leidn", TRUE },
    { "Gymnasium 1", "Gymnasium 2", FALSE },
    { "Gymnasium 1", "Gymnasium 1 BV", TRUE },
    { "Gymnasium 1", "Gymnasium", FALSE },
    { "Café Zuid", "Cafe Zuid", TRUE },
    { "", "", FALSE },
    { "", "Leiden", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = cvn_similar_name_fold (cases[i].a);
      g_autofree char *b = cvn_similar_name_fold (cases[i].b);

      g_test_message ("%s / %s", cases[i].a, cases[i].b);
      g_assert_cmpint (cvn_similar_name_is_close (a, b), ==, cases[i].close);
      g_assert_cmpint (cvn_similar_name_is_close (b, a), ==, cases[i].close);
    }
}

/* However long the names are, nothing is read or written beside them. */
static void
test_long (void)
{
  g_autofree char *long_a = g_strnfill (5000, 'a');
  g_autofree char *long_b = g_strnfill (4999, 'a');

  g_assert_true (cvn_similar_name_is_close (long_a, long_b));
  g_assert_false (cvn_similar_name_is_close (long_a, "aaaaaaaaaaaa"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/similar-name/fold", test_fold);
  g_test_add_func ("/core/similar-name/close", test_close);
  g_test_add_func ("/core/similar-name/long", test_long);
  return g_test_run ();
}
