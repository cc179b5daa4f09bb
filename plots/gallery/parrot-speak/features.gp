# features: Inputs and the last features of parrot-speak, with their names
#
# Draw it again:   gnuplot features.gp
# As PNG or PDF:   gnuplot -e "format='png'" features.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" features.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'features.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,521 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1042 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.43in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,551 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2204 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,5.74in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.1
if (medium eq 'web') set rmargin at screen 0.32727
if (medium eq 'web') set bmargin at screen 0.28983
if (medium eq 'web') set tmargin at screen 0.91363
if (medium eq 'slides') set lmargin at screen 0.10316
if (medium eq 'slides') set rmargin at screen 0.37396
if (medium eq 'slides') set bmargin at screen 0.34051
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.59927
if (medium eq 'paper') set tmargin at screen 0.94773
set border 15 linecolor '#404040'
set title 'Labels' offset 0,-0.3
if (medium eq 'web') set label 30 '{/*0.88 '.'parrot-speak · seed 2021'.'}' at screen 0.00682,0.02511 left textcolor '#707070'
if (medium eq 'slides') set label 30 '{/*0.88 '.'parrot-speak · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 30 '{/*0.88 '.'parrot-speak · seed 2021'.'}' at screen 0.01636,0.01688 left textcolor '#707070'
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Parrot' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Parrot' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#ffffff', 1 '#0072b2')
set cbrange [0:1]
unset colorbox
plot 'features-inputs.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.42727
if (medium eq 'web') set rmargin at screen 0.91364
if (medium eq 'web') set bmargin at screen 0.28983
if (medium eq 'web') set tmargin at screen 0.91363
if (medium eq 'slides') set lmargin at screen 0.48837
if (medium eq 'slides') set rmargin at screen 0.91436
if (medium eq 'slides') set bmargin at screen 0.34051
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.85056
if (medium eq 'paper') set bmargin at screen 0.1995
if (medium eq 'paper') set tmargin at screen 0.4405
set border 15 linecolor '#404040'
set title 'The last 10 features' offset 0,-0.3
set xrange [-0.5:9.5]
set xtics out scale 0 nomirror rotate by 90 right ('feature-9992' 0, 'feature-9993' 1, 'feature-9994' 2, 'feature-9995' 3, 'feature-9996' 4, 'feature-9997' 5, 'feature-9998' 6, 'feature-9999' 7, 'feature-10000' 8, 'cannot\_speak' 9)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Parrot' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
if (medium eq 'web') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'web') set cbrange [-1:1]
if (medium eq 'web') set colorbox user origin screen 0.92318,0.28983 size screen 0.01227,0.6238
if (medium eq 'web') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
if (medium eq 'slides') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'slides') set cbrange [-1:1]
if (medium eq 'slides') set colorbox user origin screen 0.92749,0.34051 size screen 0.01688,0.56949
if (medium eq 'slides') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
if (medium eq 'paper') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'paper') set cbrange [-1:1]
if (medium eq 'paper') set colorbox user origin screen 0.87347,0.1995 size screen 0.02945,0.24101
if (medium eq 'paper') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
plot 'features.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
