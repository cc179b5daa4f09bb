# sample: Input and features of Goldfish
#
# Draw it again:   gnuplot sample.gp
# As PNG or PDF:   gnuplot -e "format='png'" sample.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" sample.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'sample.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,250 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,500 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,2.6in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,274 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1096 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,2.85in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
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
if (medium eq 'web') set bmargin at screen 0.6
if (medium eq 'web') set tmargin at screen 0.82
if (medium eq 'slides') set lmargin at screen 0.10316
if (medium eq 'slides') set rmargin at screen 0.37098
if (medium eq 'slides') set bmargin at screen 0.23819
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.6854
if (medium eq 'paper') set tmargin at screen 0.89489
set border 15 linecolor '#404040'
set title 'Labels' offset 0,-0.3
if (medium eq 'web') set label 30 '{/*0.88 '.'tree · seed 2021'.'}' at screen 0.00682,0.05232 left textcolor '#707070'
if (medium eq 'slides') set label 30 '{/*0.88 '.'tree · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 30 '{/*0.88 '.'tree · seed 2021'.'}' at screen 0.01636,0.03395 left textcolor '#707070'
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Goldfish' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [0.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0)
unset key
set palette defined (0 '#ffffff', 1 '#0072b2')
set cbrange [0:1]
unset colorbox
plot 'sample-inputs.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.42727
if (medium eq 'web') set rmargin at screen 0.91364
if (medium eq 'web') set bmargin at screen 0.6
if (medium eq 'web') set tmargin at screen 0.82
if (medium eq 'slides') set lmargin at screen 0.48538
if (medium eq 'slides') set rmargin at screen 0.91437
if (medium eq 'slides') set bmargin at screen 0.23819
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18001
if (medium eq 'paper') set rmargin at screen 0.85056
if (medium eq 'paper') set bmargin at screen 0.24932
if (medium eq 'paper') set tmargin at screen 0.36611
set border 15 linecolor '#404040'
set title 'Features of Goldfish' offset 0,-0.3
if (medium eq 'web') set label 40 '10,000 features, identical ones grouped' at screen 0.67045,0.381 center
if (medium eq 'slides') set label 40 '10,000 features, identical ones grouped' at screen 0.69987,0.11652 center
if (medium eq 'paper') set label 40 '10,000 features, identical ones grouped' at screen 0.51529,0.10723 center
if (medium eq 'web') set xrange [-0.5:9999.5]
if (medium eq 'web') set xtics out nomirror 2000
if (medium eq 'slides') set xrange [-0.5:9999.5]
if (medium eq 'slides') set xtics out nomirror 2000
if (medium eq 'paper') set xrange [-0.5:9999.5]
if (medium eq 'paper') set xtics out nomirror 5000
set yrange [0.5:-0.5]
set ytics out scale 0 nomirror ('Goldfish' 0)
unset key
if (medium eq 'web') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'web') set cbrange [-1:1]
if (medium eq 'web') set colorbox user origin screen 0.92318,0.6 size screen 0.01227,0.22
if (medium eq 'web') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
if (medium eq 'slides') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'slides') set cbrange [-1:1]
if (medium eq 'slides') set colorbox user origin screen 0.92749,0.23819 size screen 0.01688,0.67181
if (medium eq 'slides') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
if (medium eq 'paper') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'paper') set cbrange [-1:1]
if (medium eq 'paper') set colorbox user origin screen 0.87347,0.24932 size screen 0.02945,0.11679
if (medium eq 'paper') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
plot 'sample-features.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
