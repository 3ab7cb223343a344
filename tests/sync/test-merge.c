/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-merge"

#include "cvn-merge.h"

#include <string.h>

typedef struct
{
  const char *kind;
  const char *base; /* NULL: not known */
  const char *mine;
  const char *theirs;
  const char *merged;    /* NULL: a person has to choose */
  const char *conflicts; /* names, divided by commas */
} Case;

static const Case cases[] = {
  /* nothing, one side, both sides the same */
  { "event", "{'title_nl':'A'}", "{'title_nl':'A'}", "{'title_nl':'A'}", "{'title_nl':'A'}", "" },
  { "event", "{'title_nl':'A'}", "{'title_nl':'B'}", "{'title_nl':'A'}", "{'title_nl':'B'}", "" },
  { "event", "{'title_nl':'A'}", "{'title_nl':'A'}", "{'title_nl':'B'}", "{'title_nl':'B'}", "" },
  { "event", "{'title_nl':'A'}", "{'title_nl':'B'}", "{'title_nl':'B'}", "{'title_nl':'B'}", "" },
  /* different fields, the same field */
  { "event", "{'title_nl':'A'}", "{'title_nl':'B'}", "{'title_nl':'A','location':'C'}", "{'location':'C','title_nl':'B'}", "" },
  { "event", "{'title_nl':'A'}", "{'title_nl':'B'}", "{'title_nl':'C'}", NULL, "title_nl" },
  { "event", "{'title_nl':'A'}", "{}", "{'title_nl':'C'}", NULL, "title_nl" },
  { "event", "{'title_nl':'A','location':'L'}", "{'title_nl':'A'}", "{'title_nl':'C','location':'L'}", "{'title_nl':'C'}", "" },
  { "event", "{'title_nl':'A','location':null}", "{'title_nl':'A'}", "{'title_nl':'C','location':null}", "{'title_nl':'C'}", "" },
  /* fields that this version does not know */
  { "event", "{'x':{'a':1}}", "{'x':{'a':1},'title_nl':'B'}", "{'x':{'a':2}}", "{'title_nl':'B','x':{'a':2}}", "" },
  { "event", "{'x':1}", "{'x':2}", "{'x':3}", NULL, "x" },
  /* money, states, decisions and documents: taken over alone, never merged */
  { "event", "{'cost':1}", "{'cost':2}", "{'cost':1}", "{'cost':2}", "" },
  { "event", "{'cost':1}", "{'cost':2}", "{'cost':2}", "{'cost':2}", "" },
  { "event", "{'cost':1}", "{'cost':2}", "{'cost':1,'title_nl':'B'}", NULL, "cost" },
  { "event", "{'cost':1,'title_nl':'A'}", "{'cost':1,'title_nl':'B'}", "{'cost':3,'title_nl':'A'}", NULL, "cost" },
  { "event", "{'cost':1}", "{'cost':2}", "{'cost':3}", NULL, "cost" },
  { "event", "{'status':'planned'}", "{'status':'held'}", "{'status':'planned','note':'N'}", NULL, "status" },
  { "agreement_decision", "{'body':'A'}", "{'body':'B'}", "{'body':'A','document':'D'}", NULL, "body,document" },
  { "agreement_decision", "{'body':'A'}", "{'body':'A','note':'M'}", "{'body':'A','source':'S'}", "{'body':'A','note':'M','source':'S'}", "" },
  { "invoice", "{'period':'2019'}", "{'period':'2020'}", "{'period':'2019','note':'N'}", NULL, "period" },
  { "invoice_line", "{'text_nl':'A'}", "{'text_nl':'B'}", "{'text_nl':'A','unit':'u'}", NULL, "text_nl,unit" },
  /* where a number series is numbered: who was given it last has it; asking for it changes nothing else */
  { "invoice_series", "{'desk':'A','hand_overs':1}", "{'desk':'B','hand_overs':2,'last_number':'F-1'}", "{'asked_by':'C','desk':'A','hand_overs':1}",
    "{'desk':'B','hand_overs':2,'last_number':'F-1'}", "" },
  { "invoice_series", "{'desk':'A','hand_overs':1}", "{'desk':'A','hand_overs':1,'note':'N'}", "{'asked_by':'C','desk':'A','hand_overs':1}",
    "{'asked_by':'C','desk':'A','hand_overs':1,'note':'N'}", "" },
  { "invoice_series", "{'desk':'A','hand_overs':1}", "{'asked_by':'B','desk':'A','hand_overs':1}", "{'asked_by':'C','desk':'A','hand_overs':1}",
    "{'asked_by':'C','desk':'A','hand_overs':1}", "" },
  { "invoice_series", "{'desk':'A','hand_overs':1}", "{'desk':'B','hand_overs':2}", "{'desk':'C','hand_overs':2}", NULL, "desk" },
  { "invoice_series", "{'desk':'A','hand_overs':1,'name':'X'}", "{'desk':'B','hand_overs':2,'name':'X'}", "{'desk':'A','hand_overs':1,'name':'Y'}", NULL, "name" },
  /* the original is not known */
  { "event", NULL, "{'title_nl':'A','note':'N'}", "{'title_nl':'A','note':'N'}", "{'note':'N','title_nl':'A'}", "" },
  { "event", NULL, "{'title_nl':'A'}", "{'title_nl':'A','note':'N'}", NULL, "note" },
  /* a kind that this version does not know */
  { "nothing", "{'a':1}", "{'a':1,'b':1}", "{'a':1,'c':1}", NULL, "b,c" },
  { "nothing", "{'a':1}", "{'a':2}", "{'a':1}", "{'a':2}", "" },
};

static CvnDocument *
parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  CvnDocument     *document = cvn_document_parse (json, NULL);

  g_assert_nonnull (document);
  return document;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
check_merge (const Case *merge_case,
             const char *first,
             const char *second)
{
  g_autoptr (CvnDocument) base = merge_case->base != NULL ? parse (merge_case->base) : NULL;
  g_autoptr (CvnDocument) mine = parse (first);
  g_autoptr (CvnDocument) theirs = parse (second);
  g_autoptr (CvnMerge) merge = cvn_merge_new (cvn_kind_find (merge_case->kind), base, mine, theirs);
  g_autofree char *conflicts = NULL;
  g_autofree char *text = g_strdelimit (cvn_document_dup_text (merge->merged), "\"", '\'');

  g_test_message ("%s %s + %s", merge_case->kind, first, second);
  g_ptr_array_sort (merge->conflicts, compare_names);
  g_ptr_array_add (merge->conflicts, NULL);
  conflicts = g_strjoinv (",", (char **) merge->conflicts->pdata);
  g_ptr_array_set_size (merge->conflicts, (int) merge->conflicts->len - 1);
  g_assert_cmpstr (conflicts, ==, merge_case->conflicts);
  if (merge_case->merged == NULL)
    return;
  g_assert_cmpstr (text, ==, merge_case->merged);
}

/* What is mine and what is theirs makes no difference to what comes out. */
static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      check_merge (&cases[i], cases[i].mine, cases[i].theirs);
      if (cases[i].base == NULL || strstr (cases[i].base, "null") == NULL)
        check_merge (&cases[i], cases[i].theirs, cases[i].mine);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/merge/table", test_table);
  return g_test_run ();
}
