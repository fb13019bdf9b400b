"""Given names common in the countries we serve, written down from general knowledge; no name that is a word as well.

A name in a post is no proof of anything. It stands beside the other cues: a name and an illness is more than either.
"""

GIVEN_NAMES: frozenset[str] = frozenset(
    """
    Aaron Abdul Abigail Adam Adele Adrian Agnes Ahmed Aidan Aisha Alan Albert Alejandro Alex Alexander Alexandra
    Alfie Alice Alicia Alison Alistair Allison Amanda Amelia Amina Amir Amit Amy Ana Andrea Andrew Angela Angelica
    Angus Anil Anita Anna Annabel Anne Annie Anthony Antonio Anya Aoife Archie Arjun Arthur Ashley Ashok Audrey Ava
    Barbara Barry Beatrice Becky Belinda Ben Benjamin Bernadette Bernard Bernie Beth Bethany Betty Bilal Bob Bobby
    Brad Brandon Brenda Brendan Brian Bridget Brittany Bronwyn Bruce Bryan Caitlin Callum Cameron Carl Carla Carlos
    Carmen Caroline Carolyn Catherine Catriona Cecilia Chantelle Charlene Charles Charlie Charlotte Cheryl Chidi
    Chinedu Chloe Chris Christian Christina Christine Christopher Ciara Claire Clara Claudia Clive Colin Colleen
    Connor Conor Courtney Craig Cynthia Damian Daniel Danielle Danny Daphne Darren Dave David Debbie Deborah Declan
    Deepak Deirdre Dennis Derek Desmond Diana Diane Diego Dominic Donald Donna Doreen Doris Dorothy Doug Douglas
    Duncan Dylan Eddie Edith Edna Edward Eileen Elaine Eleanor Elena Elijah Elizabeth Ella Ellen Ellie Elsie Emily
    Emma Emmanuel Enid Eric Erica Erin Esther Ethan Ethel Eugene Eunice Evan Evelyn Ezra Farah Fatima Felicity Femi
    Fergus Fernando Fiona Frances Francesca Francis Frank Fred Freddie Freya Gareth Gary Gavin Gemma Geoff Geoffrey
    George Georgina Gerald Geraldine Gerard Gillian Gina Gladys Glenda Glenn Gloria Gordon Graham Greg Gregory Gwen
    Hamish Hannah Harold Harriet Harry Hassan Hayden Helen Henry Hilary Howard Hugh Hussain Ian Ibrahim Imani Imogen
    Imran Ingrid Irene Isaac Isabel Isabella Isla Ivan Jackie Jacob Jacqueline Jada Jaden Jamal James Jamie Jane
    Janet Janice Jared Jasmine Jason Javier Jayden Jean Jeff Jeffrey Jenna Jennifer Jenny Jeremy Jermaine Jerome
    Jessica Jill Jim Jimmy Joan Joanna Joanne Jodie Joe Joel John Johnny Jonathan Jorge Jose Joseph Josephine Josh
    Joshua Joyce Juan Juanita Judith Judy Julia Julian Julie Juliet Justin Kaitlyn Kamal Karen Karl Kate Katherine
    Kathleen Kathy Katie Katrina Kayla Keiran Keisha Keith Kelly Kelvin Ken Kenneth Kerry Kevin Khadija Kieran Kim
    Kimberly Kirsten Kirsty Krishna Kristen Kwame Kyle Lakshmi Lamar Lara Larry Latoya Laura Lauren Laurence
    Lawrence Leah Lee Leila Len Leo Leon Leonard Leroy Lesley Leslie Lewis Liam Lillian Linda Lindsay Lisa Lorna
    Lorraine Louis Louise Lucas Lucia Lucy Luis Luke Lynn Lynne Mabel Maddie Madison Maeve Maggie Mahmoud Malcolm
    Malik Mandy Manuel Marcia Marcus Margaret Maria Marie Marilyn Mario Marion Marjorie Marlene Martha Martin Mary
    Matt Matthew Maureen Maurice Mavis Megan Mehmet Melanie Melissa Mia Michael Michelle Miguel Mildred Millie
    Miriam Mohamed Mohammed Moira Molly Monica Morag Muhammad Muriel Myra Nadia Nadine Naomi Natalie Natasha Nathan
    Neha Neil Ngozi Nicholas Nick Nicola Nicole Nigel Nikki Nina Noah Nora Noreen Norma Norman Nuala Olga Oliver
    Olivia Ollie Omar Oscar Owen Pablo Padraig Pamela Patricia Patrick Paul Paula Pauline Pedro Peggy Penelope Percy
    Peter Phil Philip Phillip Phoebe Phyllis Pierre Piotr Polly Priscilla Priya Rachel Rafael Rahul Raj Rajesh Ralph
    Ramon Randall Raquel Rashid Raymond Rebecca Reggie Reginald Reuben Rhiannon Rhonda Rhys Ricardo Richard Rita
    Robert Roberta Roberto Rodney Roger Roisin Ronald Ronnie Rory Rosa Rosie Ross Roy Rupert Russell Ruth Ryan Sadie
    Sally Salma Sam Samantha Samuel Sandra Sanjay Sarah Scott Seamus Sean Sebastian Sergio Shabnam Shane Shanice
    Shannon Sharon Shaun Sheila Shelley Shirley Sian Simon Sinead Siobhan Sofia Sonia Sophia Sophie Stacey Stanley
    Stella Stephanie Stephen Steve Steven Stuart Sunita Susan Suzanne Svetlana Sylvia Tamara Tamika Tanya Tara Tariq
    Taylor Terence Teresa Terrence Terry Tess Thandi Thelma Theo Theresa Thomas Tiffany Tim Timothy Tina Toby Todd
    Tom Tommy Toni Tony Tracey Tracy Trevor Tricia Tyler Tyrone Uche Una Valerie Vanessa Vera Vernon Veronica Vicky
    Victor Vijay Vikram Vincent Vivian Vivienne Walter Wanda Wayne Wendy Wesley Wilfred William Winifred Xavier
    Yasmin Yolanda Yusuf Yvette Yvonne Zac Zach Zachary Zainab Zara Zoe
    """.split()  # noqa: SIM905 - a list of names is read more easily so
)
